namespace Streamix.Auth.Tests.Session;

/// <summary>What the rules of rotation say, without Redis: the generation each token belongs to, and when each rotation happened.</summary>
internal sealed class RotationModel(TimeSpan grace)
{
    private readonly List<(DateTimeOffset At, string Client)> _rotations = [];

    public bool IsOver { get; private set; }

    /// <summary>Generation 0 is the token of the opening.</summary>
    public int Current => _rotations.Count;

    /// <summary>The outcome, and the generation of the token that comes back.</summary>
    public (string Outcome, int? Generation) Present(int generation, string client, DateTimeOffset now)
    {
        if (IsOver)
            return ("Ended", null);
        if (generation == Current)
        {
            _rotations.Add((now, client));
            return ("Rotated", Current);
        }

        var (at, by) = _rotations[generation];
        if (now - at <= grace && by == client)
            return ("Repeated", Current);
        IsOver = true;
        return ("Reused", null);
    }
}
