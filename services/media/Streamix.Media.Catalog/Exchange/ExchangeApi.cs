using System.ComponentModel;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Editing;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Exchange;

internal static class ExchangeApi
{
    private const long LargestFile = 256 * 1024 * 1024;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(30);

    public static IServiceCollection AddExchange(this IServiceCollection services) => services
        .AddSingleton<IExchangeFormat, JsonFormat>().AddSingleton<IExchangeFormat, CsvFormat>()
        .AddScoped<RowImport>().AddScoped<Importer>().AddScoped<Exporter>();

    public static void MapExchange(this IEndpointRouteBuilder app)
    {
        var exchange = app.MapEditing("/catalog/admin", "Exchange");
        exchange.MapGet("/export", Export).WithName("ExportTitles").WithSummary("Titles as a file, as many as there are: a JSON array or a CSV table")
            .Produces<ExchangeTitle[]>(200, MediaTypeNames.Application.Json, MediaTypeNames.Text.Csv).WithRequestTimeout(Longest);
        exchange.MapPost("/import", ImportAsync).WithName("ImportTitles").WithSummary("Takes such a file, row by row: rows that cannot be taken are told, the others are taken")
            .WithBodyLimit(LargestFile).Accepts<ExchangeTitle[]>(MediaTypeNames.Application.Json, MediaTypeNames.Text.Csv).WithRequestTimeout(Longest);
    }

    private static Results<PushStreamHttpResult, ProblemHttpResult> Export(
        [Description("json (the default) or csv."), Example("csv")] string? format, [AsParameters] TitleSearch search, CatalogDb db, Exporter exporter, IEnumerable<IExchangeFormat> formats,
        CancellationToken cancellationToken)
    {
        if (formats.FirstOrDefault(f => f.Name == (format ?? "json")) is not { } chosen)
            return Problems.BadRequest("format must be json or csv.");
        var titles = search.Filter(db.Titles.AsNoTracking());
        return TypedResults.Stream(
            async file => await chosen.WriteAsync(file, await exporter.LanguagesAsync(titles, cancellationToken), exporter.ReadAsync(titles, cancellationToken), cancellationToken),
            $"{chosen.ContentType}; charset=utf-8", $"titles.{chosen.Name}");
    }

    private static async Task<Results<Ok<ImportReport>, ProblemHttpResult>> ImportAsync(
        HttpRequest request, Importer importer, IEnumerable<IExchangeFormat> formats, CancellationToken cancellationToken,
        [Description("Does everything and takes it back again."), Example("true")] bool dryRun = false)
    {
        var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var given) ? given.MediaType.Value : null;
        if (formats.FirstOrDefault(f => string.Equals(f.ContentType, type, StringComparison.OrdinalIgnoreCase)) is not { } format)
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, "Send application/json or text/csv.");
        return TypedResults.Ok(await importer.ImportAsync(format, request.Body, dryRun, cancellationToken));
    }
}
