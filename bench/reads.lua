-- Reads for wrk, with a token. Arguments after `--`: token, and a file with one path a line, taken one after the other.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("thread", threads)
end

function init(args)
  local headers = { ["Authorization"] = "Bearer " .. args[1] }
  reads = {}
  for path in io.lines(args[2]) do
    reads[#reads + 1] = wrk.format("GET", path, headers)
  end
  count = thread * 7919
end

function request()
  count = count + 1
  return reads[count % #reads + 1]
end

function done(summary, latency)
  local seconds, errors = summary.duration / 1e6, summary.errors
  local total = errors.status + errors.connect + errors.read + errors.write + errors.timeout
  if total > 0 then
    io.stderr:write(string.format("errors: %d by status, %d to connect, %d to read, %d to write, %d timed out\n",
      errors.status, errors.connect, errors.read, errors.write, errors.timeout))
  end
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / seconds, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, total))
end
