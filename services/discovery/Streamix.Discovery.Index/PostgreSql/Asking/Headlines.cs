using System.Globalization;
using Npgsql;
using Streamix.Discovery.Index.Texts;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>Marks what matched in the texts that are shown.</summary>
internal static class Headlines
{
    private static readonly string Mark = string.Create(CultureInfo.InvariantCulture, $"StartSel={Marks.Open}, StopSel={Marks.Close}");
    private static readonly string Whole = $"{Mark}, HighlightAll=true";
    private static readonly string Part = $"{Mark}, MaxWords=30, MinWords=15, MaxFragments=1";

    private const string Sql = """
        SELECT ts_headline(s.configuration::regconfig, normalize(s.title, NFKC), @query::tsquery, @whole),
            CASE WHEN s.synopsis = '' THEN '' ELSE ts_headline(s.configuration::regconfig, normalize(s.synopsis, NFKC), @query::tsquery, @part) END
        FROM unnest(@configurations, @titles, @synopses) WITH ORDINALITY AS s(configuration, title, synopsis, at) ORDER BY s.at
        """;

    public static async Task<List<(string Title, string Synopsis)>> MakeAsync(
        NpgsqlConnection connection, string query, IReadOnlyList<DocumentText> shown, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand command = new(Sql, connection);
        command.Parameters.With("query", query).With("whole", Whole).With("part", Part)
            .With("configurations", shown.Select(t => TextConfigurations.Of(t.Language)))
            .With("titles", shown.Select(t => Marks.Disguise(t.Title))).With("synopses", shown.Select(t => Marks.Disguise(t.Synopsis ?? "")));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        List<(string, string)> made = [];
        while (await reader.ReadAsync(cancellationToken))
            made.Add((reader.GetString(0), reader.GetString(1)));
        return made;
    }
}
