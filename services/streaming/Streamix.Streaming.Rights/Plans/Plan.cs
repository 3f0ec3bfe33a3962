using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.Rights.Deciding;

namespace Streamix.Streaming.Rights.Plans;

/// <summary>What those on it may watch, and on how many devices at once. The code stays for good.</summary>
internal sealed class Plan : IVersioned
{
    public const int LongestCode = 40;
    public const int LongestName = 100;
    public const int FewestLines = 144;
    public const int MostOfLines = 4320;
    public const int FewestStreams = 1;
    public const int MostOfStreams = 20;

    public Plan(Guid id, string code, PlanDetails details, DateTimeOffset now)
    {
        (Id, Code, CreatedAt) = (id, code, now);
        Take(details, now);
    }

    private Plan()
    {
    }

    public Guid Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public int MostLines { get; private set; }

    public int Streams { get; private set; }

    /// <summary>See <see cref="Tiers"/>.</summary>
    public string SoftwareTier { get; private set; } = "";

    public string HardwareTier { get; private set; } = "";

    /// <summary>Of accounts without a plan of their own; one at most.</summary>
    public bool IsDefault { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public uint Version { get; private set; }

    public PlanTerms Terms => new(Id, Code, MostLines, Streams, Tiers.Parse(SoftwareTier), Tiers.Parse(HardwareTier));

    public void Take(PlanDetails details, DateTimeOffset now) =>
        (Name, MostLines, Streams, SoftwareTier, HardwareTier, ChangedAt) = (details.Name, details.MostLines, details.Streams, details.SoftwareTier, details.HardwareTier, now);

    public void BeDefault(DateTimeOffset now) => (IsDefault, ChangedAt) = (true, now);
}

/// <summary>What of a plan may change.</summary>
internal sealed record PlanDetails(string Name, int MostLines, int Streams, string SoftwareTier, string HardwareTier);
