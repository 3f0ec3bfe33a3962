using System.ComponentModel;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Editing;

/// <summary>Which titles editors want; everything given must hold.</summary>
internal sealed record TitleSearch(
    [property: Description("A part of the original title or of the slug."), Example("bunny")] string? Text = null,
    [property: Description("movie, series, season, episode or trailer."), Example("movie")] string? Kind = null,
    [property: Description("draft, processing, ready, scheduled, published or withdrawn."), Example("draft")] string? State = null,
    [property: Description("What belongs to this title directly."), Example("0197a3c0-0000-7000-8000-000000000002")] Guid? Parent = null,
    [property: Description("A genre of the vocabulary."), Example("drama")] string? Genre = null,
    [property: Description("A tag of the vocabulary."), Example("featured")] string? Tag = null,
    [property: Description("Somebody who took part."), Example("0197a3c0-0000-7000-8000-000000000001")] Guid? Person = null,
    [property: Description("changed (the default), newest, oldest, title or number."), Example("changed")] string? Sort = null)
{
    private static readonly Order<Title> LastChangedFirst = ServiceDefaults.Http.Order.Descending((Title t) => t.UpdatedAt).ThenDescending(t => t.Id);
    private static readonly Order<Title> NewestFirst = ServiceDefaults.Http.Order.Descending((Title t) => t.Id);
    private static readonly Order<Title> OldestFirst = ServiceDefaults.Http.Order.Ascending((Title t) => t.Id);
    private static readonly Order<Title> ByTitle = ServiceDefaults.Http.Order.Ascending((Title t) => t.SortTitle).ThenAscending(t => t.Id);
    private static readonly Order<Title> ByNumber = ServiceDefaults.Http.Order.Ascending((Title t) => t.Number ?? 0).ThenAscending(t => t.Id);

    public Order<Title> Order() => Sort switch
    {
        null or "changed" => LastChangedFirst,
        "newest" => NewestFirst,
        "oldest" => OldestFirst,
        "title" => ByTitle,
        "number" => ByNumber,
        _ => throw ProblemException.BadRequest("sort", "must be changed, newest, oldest, title or number"),
    };

    public IQueryable<Title> Filter(IQueryable<Title> titles)
    {
        if (!string.IsNullOrWhiteSpace(Text))
        {
            var part = $"%{Like(Text.Trim())}%";
            titles = titles.Where(t => EF.Functions.ILike(t.OriginalTitle, part, "\\") || EF.Functions.ILike(t.Slug, part, "\\"));
        }
        if (Kind is not null)
            titles = titles.Where(t => t.Kind == Kind);
        if (State is not null)
        {
            if (!TitleStateNames.TryParse(State, out var state))
                throw ProblemException.BadRequest("state", $"must be one of {string.Join(", ", TitleStateNames.All)}");
            titles = titles.Where(t => t.State == state);
        }
        if (Parent is not null)
            titles = titles.Where(t => t.ParentId == Parent);
        if (Genre is not null)
            titles = titles.Where(t => t.Genres.Contains(Genre));
        if (Tag is not null)
            titles = titles.Where(t => t.Tags.Contains(Tag));
        return Person is null ? titles : titles.Where(t => t.Credits.Any(c => c.PersonId == Person));
    }

    private static string Like(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
