using System.Globalization;
using System.Text.Json;
using Npgsql;
using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Queries;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>A row of a page.</summary>
internal sealed record FoundRow(Guid Id, double Number, string SortTitle, TitleDocument Document, IReadOnlyDictionary<string, double>? Parts);

/// <summary>Reads the results of a <see cref="Question"/>.</summary>
internal static class Answer
{
    private static readonly string[] PartNames = ["words", "exact", "phrase", "title", "popularity"];

    public static async Task<List<FoundRow>> HitsAsync(NpgsqlDataReader reader, bool parts, CancellationToken cancellationToken)
    {
        List<FoundRow> rows = [];
        while (await reader.ReadAsync(cancellationToken))
        {
            var document = JsonSerializer.Deserialize<TitleDocument>(reader.GetString(3), JsonDefaults.Options)!;
            var made = parts && reader.FieldCount > 4
                ? PartNames.Select((name, i) => (name, Value: reader.GetDouble(4 + i))).ToDictionary(p => p.name, p => p.Value, StringComparer.Ordinal)
                : null;
            rows.Add(new(reader.GetGuid(0), reader.GetDouble(1), reader.GetString(2), document, made));
        }
        return rows;
    }

    public static async Task<(IReadOnlyList<Facet> Facets, SearchTotal Total)> FacetsAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        Dictionary<string, List<FacetValue>> values = new(StringComparer.Ordinal);
        SearchTotal total = new(0, IsExact: true);
        while (await reader.ReadAsync(cancellationToken))
        {
            var (name, value, count) = (reader.GetString(0), reader.GetString(1), reader.GetInt64(2));
            if (name.Length == 0)
                total = new(count, long.Parse(value, CultureInfo.InvariantCulture) < Question.Counted);
            else if (values.TryGetValue(name, out var list))
                list.Add(new(value, count));
            else
                values[name] = [new(value, count)];
        }
        return ([.. FacetNames.All.Select(name => new Facet(name, FacetOrder.Sorted(name, values.GetValueOrDefault(name, []))))], total);
    }

    public static async Task<IReadOnlyList<PersonHit>> PeopleAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        List<PersonHit> people = [];
        while (await reader.ReadAsync(cancellationToken))
            people.Add(new(reader.GetGuid(0), reader.GetString(1), reader.GetInt64(2)));
        return people;
    }

    public static SearchPosition PositionOf(FoundRow row, bool broad) => new(row.Number, row.SortTitle, row.Id, broad);
}
