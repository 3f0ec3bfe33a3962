using System.Runtime.CompilerServices;
using CsvHelper;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>A table (RFC 4180) in UTF-8 with a head; see <see cref="CsvColumns"/>.</summary>
internal sealed class CsvFormat : IExchangeFormat
{
    private const int LongestRecord = 256 * 1024;

    private static readonly CsvReaderOptions Reading = CsvReaderOptions.Default with
    {
        Separator = ',', TrimWhitespace = true, MaxRecordSize = LongestRecord, MalformedData = CsvMalformedDataHandling.Throw, MissingField = CsvMissingFieldHandling.ReturnEmpty,
    };

    /// <summary>Cells that a spreadsheet would take for a formula come with an apostrophe before them.</summary>
    private static readonly CsvWriterOptions Writing = CsvWriterOptions.Default with { Injection = CsvInjection.Escape, WriteByteOrderMark = true };

    public string Name => "csv";

    public string ContentType => "text/csv";

    public async IAsyncEnumerable<Row> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var table = CsvReader.Create(file, Reading, leaveOpen: true);
        var more = await NextAsync(table, cancellationToken);
        var columns = CsvColumns.Check([.. table.Headers]);
        for (var number = 1L; more; number++, more = await NextAsync(table, cancellationToken))
            yield return Row.Of(number, () => CsvColumns.Read(columns, name => Unquoted(table.GetString(name))));
    }

    public async Task WriteAsync(Stream file, IReadOnlyList<string> languages, IAsyncEnumerable<ExchangeTitle> titles, CancellationToken cancellationToken)
    {
        await using var table = CsvWriter.Create(file, Writing, leaveOpen: true);
        var columns = CsvColumns.Of(languages);
        await table.WriteRecordAsync([.. columns], cancellationToken);
        await foreach (var title in titles.WithCancellation(cancellationToken))
            await table.WriteRecordAsync([.. columns.Select(column => CsvColumns.Write(title, column))], cancellationToken);
        await table.FlushAsync(cancellationToken);
    }

    private static async Task<bool> NextAsync(CsvReader table, CancellationToken cancellationToken)
    {
        try
        {
            return await table.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException e)
        {
            throw new StoppedException($"The file is not a table from here on, or a row has more than {LongestRecord} bytes.", e);
        }
    }

    private static string Unquoted(string cell) => cell is ['\'', '=' or '@' or '+' or '-' or '\t' or '\r', ..] ? cell[1..] : cell;
}
