using Streamix.Media.Contracts.Assets;
using Streamix.Media.Contracts.Titles;
using Streamix.Media.Catalog.Publishing;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.Titles;

/// <summary>A movie, series, season, episode or trailer: what editors wrote, what plays, and how far it is.</summary>
internal sealed class Title : IVersioned
{
    public Title(string kind, Title? parent, TitleContent content, string slug, DateTimeOffset now)
    {
        if (!Kinds.MayBelongTo(kind, parent?.Kind))
            throw new ArgumentException($"A {kind} does not belong to a {parent?.Kind ?? "nothing"}.", nameof(parent));
        (Id, Kind, ParentId, CreatedAt) = (Guid.CreateVersion7(now), kind, parent?.Id, now);
        SeriesId = parent?.Kind == TitleKinds.Series ? parent.Id : parent?.SeriesId;
        Write(content, slug, now);
    }

    private Title()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>See <see cref="TitleKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public Guid? ParentId { get; private set; }

    /// <summary>The series above, however far.</summary>
    public Guid? SeriesId { get; private set; }

    /// <summary>Of seasons within the series, of episodes within the season.</summary>
    public int? Number { get; private set; }

    public TitleState State { get; private set; }

    /// <summary>Grows with each change.</summary>
    public long Revision { get; private set; }

    public string Slug { get; private set; } = "";

    /// <summary>See <see cref="Formats"/>; of movies and series only.</summary>
    public string? Format { get; private set; }

    public string OriginalTitle { get; private set; } = "";

    public string OriginalLanguage { get; private set; } = "";

    /// <summary>The original title as lists are sorted by it.</summary>
    public string SortTitle { get; private set; } = "";

    public DateOnly? ReleasedOn { get; private set; }

    /// <summary>Of the first release; 0 when nobody knows.</summary>
    public int Year { get; private set; }

    /// <summary>As editors told it; a package knows better.</summary>
    public int? RuntimeSeconds { get; private set; }

    public List<string> Genres { get; private set; } = [];

    public List<string> Tags { get; private set; } = [];

    /// <summary>Where it was made, ISO 3166-1 alpha-2.</summary>
    public List<string> Countries { get; private set; } = [];

    /// <summary>How much editors push it, 0 to 100.</summary>
    public int Promotion { get; private set; }

    public List<TitleText> Texts { get; } = [];

    public List<TitleRating> Ratings { get; } = [];

    public List<TitleWindow> Windows { get; } = [];

    public List<TitleCredit> Credits { get; } = [];

    public List<TitleExternalId> ExternalIds { get; } = [];

    /// <summary>The asset that plays.</summary>
    public Guid? AssetId { get; private set; }

    public MediaPackage? Package { get; private set; }

    /// <summary>Of the package, in seconds: lists need no more of it.</summary>
    public double? Duration { get; private set; }

    /// <summary>The asset that is worked on.</summary>
    public Guid? AwaitedAssetId { get; private set; }

    /// <summary>When a scheduled title opens.</summary>
    public DateTimeOffset? PublishAt { get; private set; }

    public DateTimeOffset? FirstPublishedAt { get; private set; }

    /// <summary>Since when it is open; null while it is not.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    public uint Version { get; private set; }

    public bool Plays => Kinds.Plays(Kind);

    /// <summary>Open by itself; whoever stands above may still hide it.</summary>
    public bool IsPublished => State == TitleState.Published;

    /// <summary>Replaces all that editors write.</summary>
    public void Write(TitleContent content, string slug, DateTimeOffset now)
    {
        (Slug, Format, Number) = (slug, content.Format, content.Number);
        (OriginalTitle, OriginalLanguage, SortTitle) = (content.OriginalTitle, content.OriginalLanguage, TitleSort.KeyOf(content.OriginalTitle));
        (ReleasedOn, Year) = (content.ReleasedOn, content.Year ?? content.ReleasedOn?.Year ?? 0);
        (RuntimeSeconds, Promotion) = (content.RuntimeSeconds, content.Promotion);
        (Genres, Tags, Countries) = ([.. content.Genres], [.. content.Tags], [.. content.Countries]);
        Texts.Become(content.Texts.Select(t => new TitleText(t)), t => t.Language, (old, wanted) => old.Write(wanted));
        Ratings.Become(content.Ratings.Select(r => new TitleRating(r)), r => r.Territory, (old, wanted) => old.Write(wanted));
        Windows.Become(content.Availability.Select(w => new TitleWindow(w)), w => (w.Territory, w.From), (old, wanted) => old.Write(wanted));
        Credits.Become(content.Credits.Select((c, i) => new TitleCredit(c, i)), c => c.Position, (old, wanted) => old.Write(wanted));
        ExternalIds.Become(content.ExternalIds.Select(e => new TitleExternalId(e)), e => e.Source, (old, wanted) => old.Write(wanted));
        Touch(now);
    }

    /// <summary>A further asset is on its way.</summary>
    public void Await(Guid assetId, DateTimeOffset now)
    {
        AwaitedAssetId = assetId;
        Touch(now);
    }

    /// <summary>The asset plays from now on.</summary>
    public void Attach(Guid assetId, MediaPackage package, DateTimeOffset now)
    {
        (AssetId, Package, Duration) = (assetId, package, package.Duration);
        StopAwaiting(assetId);
        Touch(now);
    }

    /// <summary>Nothing comes of the asset, or it has come.</summary>
    public void StopAwaiting(Guid assetId)
    {
        if (AwaitedAssetId == assetId)
            AwaitedAssetId = null;
    }

    public void Move(TitleState to, DateTimeOffset now, DateTimeOffset? publishAt = null)
    {
        if (!StateMachine.Allows(Kind, State, to))
            throw new InvalidOperationException($"A {Kind} that is {State.Name()} cannot become {to.Name()}.");
        (State, PublishAt) = (to, to == TitleState.Scheduled ? publishAt : null);
        PublishedAt = to == TitleState.Published ? now : null;
        FirstPublishedAt ??= PublishedAt;
        Touch(now);
    }

    public void Touch(DateTimeOffset now) => (Revision, UpdatedAt) = (Revision + 1, now);
}
