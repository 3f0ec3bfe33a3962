using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>Takes a file row by row, each in a transaction of its own.</summary>
internal sealed class Importer(CatalogDb db, RowImport import, IEnumerable<IExceptionTranslation> translations, IAudit audit)
{
    private const int MostProblems = 1000;

    public async Task<ImportReport> ImportAsync(IExchangeFormat format, Stream file, bool dryRun, CancellationToken cancellationToken)
    {
        var outcomes = new long[Enum.GetValues<RowOutcome>().Length];
        var (rows, failed, stopped) = (0L, 0L, (string?)null);
        List<RowProblem> problems = [];
        HashSet<string> tried = new(StringComparer.Ordinal);
        try
        {
            await foreach (var row in format.ReadAsync(file, cancellationToken))
            {
                rows++;
                var (outcome, errors) = row.Title is { } title ? await TakeAsync(title, dryRun ? tried : null, cancellationToken) : (null, row.Errors);
                if (outcome is { } taken)
                    outcomes[(int)taken]++;
                else if (++failed <= MostProblems)
                    problems.Add(new(row.Number, row.Title?.Slug, errors!));
            }
        }
        catch (StoppedException e)
        {
            stopped = e.Message;
        }
        await RecordAsync(format, dryRun, cancellationToken);
        return new(dryRun, rows, outcomes[(int)RowOutcome.Created], outcomes[(int)RowOutcome.Updated], outcomes[(int)RowOutcome.Unchanged], failed, problems, stopped);
    }

    /// <param name="tried">The slugs that a dry run would have taken by now; null when things are kept.</param>
    private async Task<(RowOutcome?, IDictionary<string, string[]>?)> TakeAsync(ExchangeTitle title, HashSet<string>? tried, CancellationToken cancellationToken)
    {
        try
        {
            var outcome = tried is null ? await import.TakeAsync(title, cancellationToken) : await TryAsync(title, cancellationToken);
            tried?.Add(title.Slug ?? "");
            return (outcome, null);
        }
        catch (RowException e) when (e.IsAbout("parent") && title.Parent is { } parent && tried?.Contains(parent) is true)
        {
            tried.Add(title.Slug ?? "");
            return (RowOutcome.Created, null);
        }
        catch (RowException e)
        {
            return (null, e.Errors);
        }
        catch (Exception e) when (e is not OperationCanceledException && Refusal(e) is { } refusal)
        {
            return (null, new Dictionary<string, string[]>(StringComparer.Ordinal) { ["row"] = [refusal] });
        }
    }

    /// <summary>Does it all and takes it back.</summary>
    private async Task<RowOutcome> TryAsync(ExchangeTitle title, CancellationToken cancellationToken)
    {
        RowOutcome? outcome = null;
        try
        {
            await db.InTransactionAsync(async token =>
            {
                outcome = await import.TakeAsync(title, token);
                throw new TakenBackException();
            }, cancellationToken: cancellationToken);
        }
        catch (TakenBackException)
        {
        }
        return outcome!.Value;
    }

    /// <summary>What the database refused of this row; null for what concerns the whole import.</summary>
    private string? Refusal(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
            foreach (var translation in translations)
                if (translation.Translate(cause) is { Status: < 500 } problem)
                    return problem.Detail ?? "is not acceptable";
        return null;
    }

    private Task RecordAsync(IExchangeFormat format, bool dryRun, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        audit.Record(dryRun ? "catalog.import-tried" : "catalog.imported", $"catalog:{format.Name}");
        await db.SaveChangesAsync(token);
    }, cancellationToken: cancellationToken);

    private sealed class TakenBackException : Exception;
}
