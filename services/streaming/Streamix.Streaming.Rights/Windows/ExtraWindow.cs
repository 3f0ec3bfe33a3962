using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.Rights.Plans;

namespace Streamix.Streaming.Rights.Windows;

/// <summary>Opens a title beyond what the catalog says: somewhere, for a time, for all or for those on one plan.</summary>
internal sealed class ExtraWindow : IVersioned
{
    public ExtraWindow(Guid id, Guid titleId, WindowTerms terms, DateTimeOffset now)
    {
        (Id, TitleId, CreatedAt) = (id, titleId, now);
        Take(terms, now);
    }

    private ExtraWindow()
    {
    }

    public Guid Id { get; private set; }

    public Guid TitleId { get; private set; }

    /// <summary>ISO 3166-1 alpha-2, or <c>*</c> for everywhere.</summary>
    public string Territory { get; private set; } = "";

    /// <summary>Null: for all plans.</summary>
    public Guid? PlanId { get; private set; }

    public Plan? Plan { get; private set; }

    /// <summary>Included.</summary>
    public DateTimeOffset OpensAt { get; private set; }

    /// <summary>Excluded; null without end.</summary>
    public DateTimeOffset? ClosesAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ChangedAt { get; private set; }

    public uint Version { get; private set; }

    public void Take(WindowTerms terms, DateTimeOffset now) =>
        (Territory, PlanId, OpensAt, ClosesAt, ChangedAt) = (terms.Territory, terms.PlanId, terms.OpensAt, terms.ClosesAt, now);
}

/// <summary>What of a window may change.</summary>
internal sealed record WindowTerms(string Territory, Guid? PlanId, DateTimeOffset OpensAt, DateTimeOffset? ClosesAt);
