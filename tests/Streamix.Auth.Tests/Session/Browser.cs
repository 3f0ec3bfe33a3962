using System.Collections.Concurrent;
using Streamix.Auth.Tests.Session.Hosting;

namespace Streamix.Auth.Tests.Session;

/// <summary>What a thief does with a copy of a refresh token.</summary>
internal enum Theft
{
    None,

    /// <summary>Presents it after the owner did.</summary>
    Late,

    /// <summary>Presents it before the owner does.</summary>
    First,

    /// <summary>Looks like the owner: repeats the owner's refresh within the grace, and goes ahead with what comes of it.</summary>
    Shadow,
}

/// <summary>A browser: tabs that refresh with the token all of them have; answers that are lost; perhaps a thief.</summary>
internal sealed class Browser(string session, string token, HttpClient[] replicas, HttpClient[] strangers, Random random, int rounds)
{
    private const int Moments = 3;
    private readonly int _robbedIn = random.Next(rounds - 1);
    private readonly bool _disguised = random.Next(2) == 0;
    private string _presented = token;
    private bool _answered;
    private int _round;
    private (int Moment, bool Lost)[] _asks = [];

    public string Token { get; private set; } = token;

    public Theft Theft { get; } = random.Next(10) is var kind and < 4 and > 0 ? (Theft)kind : Theft.None;

    /// <summary>What the thief holds.</summary>
    public string? Stolen { get; private set; }

    /// <summary>Sessions that answers named.</summary>
    public ConcurrentDictionary<string, bool> Sessions { get; } = new([new(session, true)]);

    /// <summary>Why anybody was refused.</summary>
    public ConcurrentBag<string> Refusals { get; } = [];

    /// <summary>One to three tabs, each asking once or again and again; some never get an answer.</summary>
    public void Begin(int round)
    {
        (_round, _presented, _answered) = (round, Token, false);
        _asks = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => (random.Next(Moments), random.Next(3) > 0))];
        if (Theft is Theft.Late && round == _robbedIn)
            Stolen = _presented;
    }

    public async Task AskAsync(int moment)
    {
        await Task.WhenAll(_asks.Where(a => a.Moment == moment).Select((a, i) => TabAsync(a.Lost, replicas[(_round + i) % 2])));
        if (moment < Moments - 1)
            return;
        if (!_answered)
            await TabAsync(lost: false, replicas[_round % 2]);
        if (Theft is Theft.Shadow && _round == _robbedIn)
            Stolen = await RefreshAsync(replicas[1 - (_round % 2)], _presented);
    }

    /// <summary>Between the owner's refreshes.</summary>
    public async Task StealAsync()
    {
        if (Theft is Theft.None || _round != _robbedIn)
            return;
        if (Theft is Theft.First)
            Stolen = Token;
        Stolen = await RefreshAsync((_disguised || Theft is Theft.Shadow ? replicas : strangers)[_round % 2], Stolen!) ?? Stolen;
    }

    private async Task TabAsync(bool lost, HttpClient replica)
    {
        var successor = await RefreshAsync(replica, _presented);
        if (lost)
            return;
        _answered = true;
        Token = successor ?? Token;
    }

    private async Task<string?> RefreshAsync(HttpClient replica, string presented)
    {
        using var answer = await replica.RefreshAsync(presented);
        if (answer.StatusCode == HttpStatusCode.Unauthorized)
        {
            Refusals.Add((await answer.ShouldBeAsync(401)).Text("reason"));
            return null;
        }

        var tokens = await answer.ShouldBeAsync(200);
        Sessions[tokens.Text("sessionId")] = true;
        return tokens.Text("refreshToken");
    }
}
