-- The requests that wrk sends for one workload, each with a person's token and a new idempotency key.
-- Arguments: workload, file of people (token, wallet id, phone; one line each), prefix of the keys, password.
local people, workload, prefix, password = {}, nil, nil, nil
local sent = 0

function init(args)
  workload, prefix, password = args[1], args[3], args[4]
  for line in io.lines(args[2]) do
    local token, wallet, phone = line:match("(%S+) (%S+) (%S+)")
    people[#people + 1] = { token = token, wallet = wallet, phone = phone }
  end
  math.randomseed(tonumber(prefix:match("%d+$")))
end

local function another(than)
  local n = math.random(#people - 1)
  return n >= than and n + 1 or n
end

local function post(path, payer, body)
  sent = sent + 1
  return wrk.format("POST", path, {
    ["Authorization"] = "Bearer " .. people[payer].token,
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = prefix .. "-" .. sent,
  }, body)
end

local function transfer(payer, payee)
  return post("/v1/transfers", payer, string.format(
    '{"amount":"1.00","from_wallet_id":"%s","to_wallet_id":"%s"}',
    people[payer].wallet, people[payee].wallet))
end

local function read(path, reader)
  return wrk.format("GET", path, { ["Authorization"] = "Bearer " .. people[reader].token })
end

local workloads = {
  ["random"] = function()
    local payer = math.random(#people)
    return transfer(payer, another(payer))
  end,
  ["hot-payer"] = function() return transfer(1, another(1)) end,
  ["hot-payee"] = function() return transfer(another(1), 1) end,
  ["reads"] = function()
    local reader, dice = math.random(#people), math.random(10)
    if dice == 1 then return transfer(reader, another(reader)) end
    return read(dice <= 5 and "/v1/wallets" or "/v1/transactions?limit=20", reader)
  end,
  ["history"] = function() return read("/v1/transactions?limit=50", math.random(#people)) end,
  ["deposits"] = function()
    local n = math.random(#people)
    return post("/v1/deposits", n, string.format(
      '{"amount":"1.00","wallet_id":"%s"}', people[n].wallet))
  end,
  ["log-in"] = function()
    return wrk.format("POST", "/v1/auth/login", { ["Content-Type"] = "application/json" },
      string.format('{"phone":"%s","password":"%s"}', people[math.random(#people)].phone, password))
  end,
}

function request() return workloads[workload]() end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\nresult {"answered":%d,"refused":%d,"unanswered":%d,"seconds":%f,"p50":%f,"p95":%f,"p99":%f}\n',
    summary.requests, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(95) / 1e3,
    latency:percentile(99) / 1e3))
end
