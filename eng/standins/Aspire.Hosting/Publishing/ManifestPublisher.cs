using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Publishing;

/// <summary>Writes the manifest to the output path.</summary>
internal sealed partial class ManifestPublisher(
    DistributedApplicationModel model,
    DistributedApplicationExecutionContext executionContext,
    IOptions<PublishingOptions> options,
    ILogger<ManifestPublisher> logger)
{
    private const string DefaultName = "aspire-manifest.json";

    public async Task PublishAsync(CancellationToken cancellationToken)
    {
        var output = options.Value.OutputPath
            ?? throw new DistributedApplicationException("The '--output-path [path]' option was not specified even though '--publisher manifest' argument was used.");
        var path = Path.GetFullPath(output.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? output : Path.Combine(output, DefaultName));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var stream = new FileStream(path, FileMode.Create);
        await using (stream.ConfigureAwait(false))
        {
            var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
            await using (writer.ConfigureAwait(false))
                await new ManifestPublishingContext(executionContext, path, writer, cancellationToken).WriteModelAsync(model).ConfigureAwait(false);
        }
        Log.Published(logger, path);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Published manifest to: {ManifestPath}")]
        public static partial void Published(ILogger logger, string manifestPath);
    }
}
