namespace Streamix.Auth.Tests.Session;

/// <summary>One presentation of a token: which generation, by whom, and what came of it.</summary>
internal sealed record Presented(int Token, string Client, DateTimeOffset At, string Outcome, int? Answer);

/// <summary>
/// A browser and perhaps thieves, at random: in bursts of at most the grace several tabs present what they hold, answers are lost and asked for again;
/// between the bursts minutes pass. Thieves take copies of any token, look like the owner or not, and act in a burst or between two.
/// </summary>
internal sealed class RotationStory(int seed, TimeSpan grace)
{
    private const string Owner = "Owner";
    private readonly Random _random = new(seed);
    private readonly RotationModel _model = new(grace);
    private DateTimeOffset _now = new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private int? _stolen;

    public List<Presented> Trace { get; } = [];

    /// <summary>The token in the browser.</summary>
    public int Held { get; private set; }

    public int Current => _model.Current;

    /// <summary>A thief got ahead of the owner, the owner came back, and nobody noticed.</summary>
    public bool Unnoticed { get; private set; }

    public RotationStory Play(int bursts, bool thieves)
    {
        for (var burst = 0; burst < bursts; burst++)
        {
            var robbed = thieves && _random.Next(3) == 0 && Raid(wait: true) == "Rotated";
            Wait();
            Burst(thieves);
            Unnoticed |= robbed && !_model.IsOver;
        }

        return this;
    }

    private void Burst(bool thieves)
    {
        var (begin, old, settled) = (_now, Held, false);
        foreach (var second in Enumerable.Range(0, _random.Next(1, 9)).Select(_ => _random.Next(0, (int)grace.TotalSeconds + 1)).Order())
        {
            _now = begin.AddSeconds(second);
            if (thieves && _random.Next(6) == 0)
                Raid(wait: false);

            // A slow tab presents what there was when it began, another what the browser holds by now.
            settled = Ask(_random.Next(3) == 0 ? Held : old, lost: _random.Next(3) == 0);
        }

        _now = begin + grace;
        if (!settled)
            Ask(Held, lost: false);
    }

    private bool Ask(int token, bool lost)
    {
        var answer = Present(token, Owner).Answer;
        if (!lost && answer is { } newest)
            Held = newest;
        return !lost;
    }

    private string Raid(bool wait)
    {
        if (wait)
            Wait();
        var token = _random.Next(2) == 0 && _stolen is { } own ? own : Math.Max(0, Held - _random.Next(4));
        var raid = Present(token, _random.Next(2) == 0 ? Owner : "Thief");
        _stolen = raid.Answer ?? _stolen;
        return raid.Outcome;
    }

    private void Wait() => _now += grace + TimeSpan.FromSeconds(_random.Next(1, 1800));

    private Presented Present(int token, string client)
    {
        var (outcome, answer) = _model.Present(token, client, _now);
        Trace.Add(new(token, client, _now, outcome, answer));
        return Trace[^1];
    }
}
