using StackExchange.Redis;

namespace Streamix.Auth.Session.Families;

/// <summary>A Lua script of this assembly, preceded by what all of them share.</summary>
internal sealed class Script
{
    private static readonly string Common = Read("common.lua");
    private readonly string _text;

    private Script(string name) => _text = Common + Read(name);

    public static Script Open { get; } = new("open.lua");

    public static Script Refresh { get; } = new("refresh.lua");

    public static Script Elevate { get; } = new("elevate.lua");

    public static Script Profile { get; } = new("profile.lua");

    public static Script ProfileRemoved { get; } = new("profile_removed.lua");

    public static Script Check { get; } = new("check.lua");

    public static Script End { get; } = new("end.lua");

    public static Script EndAll { get; } = new("end_all.lua");

    public static Script Status { get; } = new("status.lua");

    public static Script Roles { get; } = new("roles.lua");

    public static Script List { get; } = new("list.lua");

    public static Script Find { get; } = new("find.lua");

    public static Script Erase { get; } = new("erase.lua");

    public static Script DeviceAsk { get; } = new("device_ask.lua");

    public static Script DeviceDecide { get; } = new("device_decide.lua");

    public static Script DevicePoll { get; } = new("device_poll.lua");

    public Task<RedisResult> RunAsync(IDatabase redis, RedisValue[] arguments) => redis.ScriptEvaluateAsync(_text, keys: null, arguments);

    /// <summary>As it is sent, for measurements.</summary>
    public override string ToString() => _text;

    private static string Read(string name)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd() + "\n";
    }
}
