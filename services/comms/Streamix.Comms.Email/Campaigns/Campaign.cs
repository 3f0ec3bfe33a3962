using Streamix.Comms.Email.Templates;
using Streamix.Comms.Email.Templates.Letters;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Comms.Email.Campaigns;

/// <summary>One letter to many who agreed, at a measured pace.</summary>
internal sealed class Campaign : IVersioned
{
    public const int LongestName = 200;
    public const double FastestPerSecond = 200;

    public Campaign(string name, IReadOnlyDictionary<string, string> letters, double ratePerSecond, DateTimeOffset now) =>
        (Id, Name, Letters, RatePerSecond, CreatedAt, FedUntil) = (Guid.CreateVersion7(now), name, letters.ToDictionary(StringComparer.Ordinal), ratePerSecond, now, now);

    private Campaign()
    {
    }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Sources of the letter by locale; the last resort language is always among them.</summary>
    public Dictionary<string, string> Letters { get; private set; } = [];

    public CampaignState State { get; private set; }

    public double RatePerSecond { get; private set; }

    /// <summary>Mails are due up to here.</summary>
    public DateTimeOffset FedUntil { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public uint Version { get; private set; }

    /// <summary>Members may still be added.</summary>
    public bool IsOpen => State is CampaignState.Draft or CampaignState.Running or CampaignState.Paused;

    public Letter LetterFor(string locale) => LetterReader.Read(Locales.Pick(Letters, locale)!);

    public bool TryStart(DateTimeOffset now)
    {
        if (!Go(CampaignState.Running, now, CampaignState.Draft))
            return false;
        StartedAt = FedUntil = now;
        return true;
    }

    public bool TryPause(DateTimeOffset now) => Go(CampaignState.Paused, now, CampaignState.Running);

    public bool TryResume(DateTimeOffset now)
    {
        if (!Go(CampaignState.Running, now, CampaignState.Paused))
            return false;
        FedUntil = now;
        return true;
    }

    public bool TryCancel(DateTimeOffset now) => Go(CampaignState.Cancelled, now, CampaignState.Draft, CampaignState.Running, CampaignState.Paused);

    public bool TryFinish(DateTimeOffset now) => Go(CampaignState.Done, now, CampaignState.Running);

    /// <summary>When the next <paramref name="count"/> mails are due, evenly spread at the campaign's rate.</summary>
    public IReadOnlyList<DateTimeOffset> Plan(int count, DateTimeOffset now)
    {
        var (from, step) = (FedUntil > now ? FedUntil : now, TimeSpan.FromSeconds(1 / RatePerSecond));
        FedUntil = from + step * count;
        return [.. Enumerable.Range(0, count).Select(i => from + step * i)];
    }

    /// <summary>How many mails may be planned so that they reach no further than <paramref name="horizon"/> ahead.</summary>
    public int Room(DateTimeOffset now, TimeSpan horizon) => (int)Math.Max(0, Math.Ceiling((now + horizon - (FedUntil > now ? FedUntil : now)).TotalSeconds * RatePerSecond));

    private bool Go(CampaignState to, DateTimeOffset now, params ReadOnlySpan<CampaignState> from)
    {
        if (!from.Contains(State))
            return false;
        State = to;
        EndedAt = to is CampaignState.Done or CampaignState.Cancelled ? now : null;
        return true;
    }
}
