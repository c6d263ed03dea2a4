-- Reads for wrk. Arguments after `--`: a token, a file with one path a line, taken one after the other, and perhaps the cookies of
-- a signed-in browser, which then reads instead of the token's program.

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("thread", threads)
end

function init(args)
  local headers = args[3] and { ["Cookie"] = args[3] } or { ["Authorization"] = "Bearer " .. args[1] }
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

dofile("bench/report.lua")
