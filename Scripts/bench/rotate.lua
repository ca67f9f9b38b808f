-- Walks over the lines of PATHS and COOKIES, so that no single row is hot.
local function lines(variable)
    local name, all = os.getenv(variable), {}
    if name then for line in io.lines(name) do all[#all + 1] = line end end
    return all
end

local paths, cookies, turn = lines("PATHS"), lines("COOKIES"), 0

request = function()
    turn = turn + 1
    local headers = {}
    if #cookies > 0 then headers["Cookie"] = cookies[turn % #cookies + 1] end
    return wrk.format("GET", paths[turn % #paths + 1], headers)
end

done = function(summary, latency)
    local errors = summary.errors
    io.write(string.format(
        "RESULT %d %d %d %d %d\n", summary.requests, summary.duration,
        latency:percentile(50), latency:percentile(99),
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
