using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Publishing;

/// <summary>In publish mode: writes the manifest and ends the application, with exit code 1 when that fails.</summary>
internal sealed partial class PublishHost(ManifestPublisher publisher, IConfiguration configuration, IHostApplicationLifetime lifetime, ILogger<PublishHost> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The application has to be started before it can be stopped.
        await Task.Yield();
        try
        {
            if (configuration["Pipeline:Step"] is { } step && step != PublishArguments.ManifestStep)
                throw new DistributedApplicationException($"Step '{step}' not found in pipeline.");
            if (configuration["Publishing:Publisher"] is { } name && name != "manifest")
                throw new DistributedApplicationException($"Publisher '{name}' not found.");
            await publisher.PublishAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Log.Failed(logger, error);
            Environment.ExitCode = 1;
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical, "Publishing failed.")]
        public static partial void Failed(ILogger logger, Exception error);
    }
}
