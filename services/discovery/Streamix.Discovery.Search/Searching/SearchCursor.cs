using Streamix.Discovery.Index.Queries;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Search.Searching;

/// <summary>A position as clients see it. It fits the search it was made by, and no other.</summary>
internal static class SearchCursor
{
    private static readonly Type[] Types = [typeof(double), typeof(string), typeof(Guid), typeof(bool)];

    public static string? Write(SearchQuery query, SearchPosition? position) =>
        position is null ? null : Cursor.Write(NameOf(query), [position.Number, position.Text, position.TitleId, position.Broad]);

    /// <exception cref="ProblemException">400: a cursor of another search, or none at all.</exception>
    public static SearchPosition? Read(SearchQuery query, string? text)
    {
        if (string.IsNullOrEmpty(text))
            return null;
        if (!Cursor.TryRead(NameOf(query), text, Types, out var values) || values is not [double number, string title, Guid id, bool broad])
            throw ProblemException.BadRequest("after", "is not a cursor of this search");
        return new(number, title, id, broad);
    }

    private static string NameOf(SearchQuery query)
    {
        var f = query.Filters;
        return string.Join('\n', "search", query.EffectiveSort, query.Text?.Trim(), query.Language, List(f.Kinds), List(f.Formats), List(f.Genres), List(f.Tags), List(f.Ratings),
            List(f.Languages), List(f.Captions), f.YearFrom, f.YearTo, f.MaximumAge, f.Person);
    }

    private static string List(IEnumerable<string> values) => string.Join(',', values.Order(StringComparer.Ordinal));
}
