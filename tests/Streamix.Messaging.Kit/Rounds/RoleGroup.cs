using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;

namespace Streamix.Messaging.Kit.Rounds;

/// <summary>The replicas of a role; one that is killed is started again.</summary>
internal sealed class RoleGroup(Role role, KitSettings settings, int count, Random random) : IAsyncDisposable
{
    private readonly KitProcess[] _processes = [.. Enumerable.Range(0, count).Select(_ => KitProcess.Start(role, settings))];

    public Calamity Kill => new($"kill -9 {role}".ToLowerInvariant(), 3, KillOneAsync);

    public bool AllEnded => _processes.All(p => p.HasExited);

    public string Log => string.Join('\n', _processes.Select(p => p.Log));

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes)
            await process.DisposeAsync();
    }

    private async Task KillOneAsync()
    {
        var victim = random.Next(count);
        if (_processes[victim].HasExited)
            return; // a publisher that reached its target
        await _processes[victim].DisposeAsync();
        _processes[victim] = KitProcess.Start(role, settings);
    }
}
