using Streamix.Testing;

namespace Streamix.Platform.Tests.Accounts.Faults;

/// <summary>Kills whatever something needs: two in turn, then one by chance, and so on.</summary>
internal sealed class Reaper(MortalGraph graph, Random random, IReadOnlyList<string> victims)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Queue<string> _turn = [];

    /// <summary>How many kills bring each to its turn this often.</summary>
    public int Kills(int rounds) => (victims.Count * rounds * 3 + 1) / 2;

    /// <summary>Whom it killed, in order.</summary>
    public List<string> Killed { get; } = [];

    /// <summary>Whoever has not recovered from its last death is waited for; that it does is asked as well.</summary>
    public async Task KillAsync()
    {
        var victim = Killed.Count % 3 == 2 ? victims[random.Next(victims.Count)] : Next();
        await Until.TrueAsync(() => graph.TryKillAsync(victim, random), $"{victim} is well again, to be killed", Patience);
        Killed.Add(victim);
    }

    private string Next()
    {
        if (_turn.Count == 0)
        {
            var order = victims.ToArray();
            random.Shuffle(order);
            foreach (var victim in order) _turn.Enqueue(victim);
        }
        return _turn.Dequeue();
    }
}
