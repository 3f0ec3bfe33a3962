using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Streamix.Auth.Session.Families;

namespace Streamix.Auth.Session.Devices;

/// <summary>Devices that wait for somebody to let them in.</summary>
internal sealed class DeviceRequests(SessionRedis redis, IOptions<SessionOptions> options, TimeProvider time)
{
    private static readonly TimeSpan KeptAfter = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Slower = TimeSpan.FromSeconds(5);

    /// <summary>The device code and the user code.</summary>
    public async Task<(string DeviceCode, string UserCode)> AskAsync(string client, ClientFacts facts)
    {
        var seen = facts.Trimmed();
        var life = options.Value.DeviceCodeLifetime;
        var deviceCode = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var now = time.GetUtcNow();
        while (true)
        {
            var code = UserCode.Make();
            var made = (int)await redis.RunAsync(Script.DeviceAsk,
                Hash(deviceCode), code, SessionRedis.Milliseconds(life), SessionRedis.Milliseconds(life + KeptAfter),
                "client", client, "device", seen.Device, "agent", seen.Agent, "address", seen.Address, "country", seen.Country, "city", seen.City,
                "requested_at", now.ToUnixTimeMilliseconds(), "expires_at", (now + life).ToUnixTimeMilliseconds(),
                "interval", SessionRedis.Milliseconds(options.Value.DeviceInterval));
            if (made == 1)
                return (deviceCode, code);
        }
    }

    /// <summary>What asks under this code; null when nothing does.</summary>
    public async Task<DeviceView?> FindAsync(string code)
    {
        var database = await redis.DatabaseAsync();
        var grant = await database.StringGetAsync(redis.Prefix + "code:" + code);
        if (grant.IsNull)
            return null;
        var all = (await database.HashGetAllAsync(redis.Prefix + "device:" + grant)).ToDictionary(e => e.Name.ToString(), e => e.Value.ToString(), StringComparer.Ordinal);
        if (!all.TryGetValue("expires_at", out var until) || Instant(until) <= time.GetUtcNow())
            return null;
        return new(
            UserCode.Show(code), all["device"].Length > 0 ? all["device"] : "Unknown device", all["country"].Length > 0 ? all["country"] : null,
            Instant(all["requested_at"]), Instant(until));
    }

    /// <summary>False when nothing asks under this code any more.</summary>
    public async Task<bool> DecideAsync(string code, bool approved, Guid accountId, DateTimeOffset authenticatedAt) => 1 == (int)await redis.RunAsync(Script.DeviceDecide,
        code, approved ? "approved" : "denied", accountId.ToString("n"), authenticatedAt.ToUnixTimeSeconds(),
        SessionRedis.Milliseconds(options.Value.DeviceCodeLifetime + KeptAfter));

    /// <summary><c>pending</c>, <c>slow_down</c>, <c>denied</c>, <c>expired</c>, <c>unknown</c>, or <c>approved</c> with what is to be opened.</summary>
    public async Task<(string Outcome, Opening? Opening)> PollAsync(string deviceCode, string client)
    {
        var answer = await redis.RunAsync(Script.DevicePoll, Hash(deviceCode), client, SessionRedis.Milliseconds(Slower), SessionRedis.Milliseconds(options.Value.Grace));
        var outcome = answer[0].ToString();
        return (outcome, outcome == "approved" ? Read(Hash(deviceCode), new(answer[1])) : null);
    }

    /// <summary>Proven when it was approved, and no stronger than the session that did; a device never carries roles.</summary>
    private static Opening Read(string grant, Fields fields) => new()
    {
        Key = "device:" + grant,
        AccountId = Guid.ParseExact(fields.Text("account"), "n"),
        Acr = "aal1",
        Method = Calls.Requests.DeviceMethod,
        AuthenticatedAt = DateTimeOffset.FromUnixTimeSeconds(fields.Number("auth_time")),
        ProvenAt = fields.Instant("decided_at"),
        Client = new(fields.Text("device"), fields.Text("agent"), fields.Text("address"), fields.Text("country"), fields.Text("city")),
        Persistent = true,
    };

    private static string Hash(string deviceCode) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(deviceCode)));

    private static DateTimeOffset Instant(string milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(milliseconds, System.Globalization.CultureInfo.InvariantCulture));
}
