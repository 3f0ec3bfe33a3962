using System.Runtime.CompilerServices;
using System.Text.Json;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>One array of titles.</summary>
internal sealed class JsonFormat : IExchangeFormat
{
    public string Name => "json";

    public string ContentType => "application/json";

    public async IAsyncEnumerable<Row> ReadAsync(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0L;
        await using var elements = JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(file, JsonDefaults.Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(elements))
        {
            var element = elements.Current;
            yield return Row.Of(++number, () => Read(element));
        }
    }

    public async Task WriteAsync(Stream file, IReadOnlyList<string> languages, IAsyncEnumerable<ExchangeTitle> titles, CancellationToken cancellationToken)
    {
        await file.WriteAsync("["u8.ToArray(), cancellationToken);
        var separator = "\n"u8.ToArray();
        await foreach (var title in titles.WithCancellation(cancellationToken))
        {
            await file.WriteAsync(separator, cancellationToken);
            await JsonSerializer.SerializeAsync(file, title, JsonDefaults.Options, cancellationToken);
            separator = ",\n"u8.ToArray();
        }
        await file.WriteAsync("\n]\n"u8.ToArray(), cancellationToken);
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<JsonElement> elements)
    {
        try
        {
            return await elements.MoveNextAsync();
        }
        catch (JsonException e)
        {
            throw new StoppedException("The file is not an array of JSON objects from here on.", e);
        }
    }

    private static ExchangeTitle Read(JsonElement element)
    {
        try
        {
            return element.Deserialize<ExchangeTitle>(JsonDefaults.Options) ?? throw RowException.Of("row", "is null");
        }
        catch (JsonException e)
        {
            throw RowException.Of(e.Path is { Length: > 2 } path ? path[2..] : "row", "is not well formed, or something required is missing");
        }
    }
}
