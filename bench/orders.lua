-- Orders for wrk: real baskets of two goods, a customer of a thousand, and a key of its own for each.
-- Arguments after `--`: token, run, a file of "name=SKU" lines, the baskets file, and the SKU that every order holds ("" for none).

local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("thread", threads)
end

function init(args)
  token, run, hot = args[1], args[2], args[5]
  local skus = {}
  for line in io.lines(args[3]) do
    local name, sku = line:match("^(.-)=(.+)$")
    skus[name] = sku
  end
  baskets = {}
  for line in io.lines(args[4]) do
    local first, second = line:match("^(.-),(.*)$")
    first, second = skus[first], skus[second]
    if hot ~= "" then
      first, second = hot, (second == hot and first or second)
    end
    baskets[#baskets + 1] = string.format('"lines":[{"sku":"%s","quantity":1},{"sku":"%s","quantity":1}]}', first, second)
  end
  count = 0
  headers = { ["Content-Type"] = "application/json", ["Authorization"] = "Bearer " .. token }
end

function request()
  count = count + 1
  headers["Idempotency-Key"] = run .. "-" .. thread .. "-" .. count
  local basket = baskets[(count * 7 + thread * 3571) % #baskets + 1]
  local body = string.format('{"customer":"B-%d",%s', (count * 31 + thread * 17) % 1000 + 1, basket)
  return wrk.format("POST", "/api/v1/orders", headers, body)
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
