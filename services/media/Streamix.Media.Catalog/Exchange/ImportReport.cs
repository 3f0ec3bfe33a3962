namespace Streamix.Media.Catalog.Exchange;

/// <summary>What became of a file.</summary>
/// <param name="DryRun">Nothing was kept.</param>
/// <param name="Rows">How many were read.</param>
/// <param name="Problems">The first 1000 rows that were not taken.</param>
/// <param name="Stopped">Why the file could not be read to its end; what came before holds.</param>
internal sealed record ImportReport(bool DryRun, long Rows, long Created, long Updated, long Unchanged, long Failed, IReadOnlyList<RowProblem> Problems, string? Stopped);

/// <summary>Why a row was not taken.</summary>
/// <param name="Row">From 1; the head of a table does not count.</param>
/// <param name="Slug">When the row told it.</param>
/// <param name="Errors">By field.</param>
internal sealed record RowProblem(long Row, string? Slug, IDictionary<string, string[]> Errors);

internal enum RowOutcome
{
    Created,
    Updated,
    Unchanged,
}
