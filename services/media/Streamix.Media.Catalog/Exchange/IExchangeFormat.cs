namespace Streamix.Media.Catalog.Exchange;

/// <summary>A way to write titles into a file and to read them from one, row by row.</summary>
internal interface IExchangeFormat
{
    /// <summary>As <c>json</c>.</summary>
    string Name { get; }

    string ContentType { get; }

    /// <summary>Reads on only when asked to, so that a file never lies whole in memory.</summary>
    /// <exception cref="StoppedException">What follows cannot be told apart into rows.</exception>
    IAsyncEnumerable<Row> ReadAsync(Stream file, CancellationToken cancellationToken);

    /// <param name="languages">All that occur in the texts.</param>
    Task WriteAsync(Stream file, IReadOnlyList<string> languages, IAsyncEnumerable<ExchangeTitle> titles, CancellationToken cancellationToken);
}

/// <summary>A row as read: a title, or why it is none.</summary>
/// <param name="Number">From 1; the head of a table does not count.</param>
internal sealed record Row(long Number, ExchangeTitle? Title, IDictionary<string, string[]>? Errors)
{
    public static Row Of(long number, Func<ExchangeTitle> read)
    {
        try
        {
            return new(number, read(), null);
        }
        catch (RowException e)
        {
            return new(number, null, e.Errors);
        }
    }
}

/// <summary>A file cannot be read on.</summary>
internal sealed class StoppedException(string reason, Exception? cause = null) : Exception(reason, cause);
