using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Viewers;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>A movie or a series with all that is open below it, as one viewer sees it.</summary>
internal sealed class Family
{
    private readonly Dictionary<Guid, TitleRow> _open;
    private readonly Viewer _viewer;
    private readonly Dictionary<Guid, Card> _shown = [];

    /// <param name="published">Every published member.</param>
    public Family(IReadOnlyCollection<TitleRow> published, Viewer viewer, ILookup<Guid, ArtworkView> artwork)
    {
        (_open, _viewer) = (published.ToDictionary(t => t.Id), viewer);
        foreach (var title in published)
            if (LineOf(title) is { } line && Showing.Shows(line, viewer))
                _shown[title.Id] = Card.Of(title, Showing.Ratings(line), viewer, [.. artwork[title.Id]]);
    }

    /// <summary>Null for what the viewer does not see.</summary>
    public Card? Find(Guid? id) => id is { } known ? _shown.GetValueOrDefault(known) : null;

    public IReadOnlyList<SeasonView> Seasons(Guid seriesOrSeason) =>
    [
        .. Of(TitleKinds.Season).Where(s => s.SeriesId == seriesOrSeason || s.Id == seriesOrSeason).OrderBy(s => s.Number)
            .Select(s => new SeasonView(_shown[s.Id], [.. Of(TitleKinds.Episode).Where(e => e.ParentId == s.Id).OrderBy(e => e.Number).Select(e => _shown[e.Id])])),
    ];

    public IReadOnlyList<Card> Trailers(Guid id) =>
        [.. Of(TitleKinds.Trailer).Where(t => t.ParentId == id || t.SeriesId == id).OrderByDescending(t => t.PublishedAt).Select(t => _shown[t.Id])];

    /// <summary>When the last of the windows that are open for the viewer ends.</summary>
    public DateTimeOffset? AvailableUntil(Guid id)
    {
        if (_viewer.Country is null || LineOf(_open[id]) is not { } line)
            return null;
        var windows = Showing.Windows(line).Where(w => Showing.IsAvailable([w], _viewer)).ToList();
        return windows.Exists(w => w.Until is null) ? null : windows.Max(w => w.Until);
    }

    private IEnumerable<TitleRow> Of(string kind) => _open.Values.Where(t => t.Kind == kind && _shown.ContainsKey(t.Id));

    /// <summary>The title and those above it; null when one of them is not open.</summary>
    private List<TitleRow>? LineOf(TitleRow title)
    {
        List<TitleRow> line = [title];
        while (line[^1].ParentId is { } above)
        {
            if (!_open.TryGetValue(above, out var parent))
                return null;
            line.Add(parent);
        }
        return line;
    }
}
