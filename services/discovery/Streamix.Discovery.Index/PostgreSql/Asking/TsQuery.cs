namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>Writes PostgreSQL's text search queries.</summary>
internal static class TsQuery
{
    public static string Word(string lexeme, bool prefix = false) =>
        $"'{lexeme.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}'{(prefix ? ":*" : "")}";

    public static string Phrase(IEnumerable<string> lexemes) => string.Join(" <-> ", lexemes.Select(w => Word(w)));

    public static string All(IReadOnlyCollection<string> clauses) => string.Join(" & ", clauses);

    public static string Any(IReadOnlyCollection<string> clauses) => clauses.Count == 1 ? clauses.First() : $"({string.Join(" | ", clauses)})";
}
