-- What wrk reports for the benches, to be read by their scripts: RESULT, requests a second, p50 and p99 in ms, errors.

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
