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

dofile("bench/report.lua")
