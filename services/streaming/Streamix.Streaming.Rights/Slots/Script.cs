using StackExchange.Redis;

namespace Streamix.Streaming.Rights.Slots;

/// <summary>A Lua script of this assembly, preceded by what all of them share. Each runs at once or not at all.</summary>
internal sealed class Script
{
    private static readonly string Common = Read("common.lua");
    private readonly string _text;

    private Script(string name) => _text = Common + Read(name);

    public static Script Admit { get; } = new("admit.lua");

    public static Script Renew { get; } = new("renew.lua");

    public static Script Release { get; } = new("release.lua");

    public static Script List { get; } = new("list.lua");

    public Task<RedisResult> RunAsync(IDatabase redis, RedisKey[] keys, RedisValue[] arguments) => redis.ScriptEvaluateAsync(_text, keys, arguments);

    private static string Read(string name)
    {
        using var stream = typeof(Script).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"There is no {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd() + "\n";
    }
}
