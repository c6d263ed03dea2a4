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

dofile("bench/report.lua")
