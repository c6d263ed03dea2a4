-- Reads of one address for wrk, with a token. Arguments after `--`: token, path.

function init(args)
  local headers = { ["Authorization"] = "Bearer " .. args[1] }
  read = wrk.format("GET", args[2], headers)
end

function request()
  return read
end

function done(summary, latency)
  local seconds = summary.duration / 1e6
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / seconds, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout))
end
