using Aspire.Hosting.Dashboard.Grpc;
using Aspire.Hosting.Dashboard.Wire;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Dashboard;

/// <summary>The calls of aspire.v1.DashboardService.</summary>
internal sealed class ResourceService(
    ResourceFeed feed, ResourceLoggerService logs, ResourceCommandService commands, IOptions<DashboardOptions> options)
{
    private const string Name = "aspire.v1.DashboardService";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGrpc(Name, "GetApplicationInformation", TellApplicationAsync);
        routes.MapGrpc(Name, "WatchResources", WatchResourcesAsync);
        routes.MapGrpc(Name, "WatchResourceConsoleLogs", WatchLogsAsync);
        routes.MapGrpc(Name, "ExecuteResourceCommand", ExecuteAsync);
        routes.MapGrpc(Name, "WatchInteractions", KeepOpenAsync);
        routes.MapUnimplementedGrpc(Name);
    }

    private Task TellApplicationAsync(GrpcCall call) =>
        call.WriteAsync(new ApplicationInformation { ApplicationName = options.Value.ApplicationName });

    private async Task WatchResourcesAsync(GrpcCall call)
    {
        var (known, changes) = feed.Subscribe();
        try
        {
            await call.WriteAsync(new ResourcesUpdate { InitialData = new() { Resources = { known } } }).ConfigureAwait(false);
            while (await changes.Reader.WaitToReadAsync(call.Aborted).ConfigureAwait(false))
            {
                var batch = new ResourceChanges();
                while (changes.Reader.TryRead(out var resource))
                    batch.Value.Add(new ResourceChange { Upsert = resource });
                await call.WriteAsync(new ResourcesUpdate { Changes = batch }).ConfigureAwait(false);
            }
        }
        finally
        {
            feed.Unsubscribe(changes);
        }
    }

    private async Task WatchLogsAsync(GrpcCall call)
    {
        var request = await call.ReadAsync(ConsoleLogsRequest.Parser).ConfigureAwait(false);
        var lines = request.SuppressFollow ? logs.GetAllAsync(request.ResourceName) : logs.WatchAsync(request.ResourceName);
        await call.OpenAsync().ConfigureAwait(false);
        await foreach (var batch in lines.WithCancellation(call.Aborted).ConfigureAwait(false))
        {
            foreach (var chunk in batch.Chunk(500))
                await call.WriteAsync(new ConsoleLogsUpdate { LogLines = { chunk.Select(From) } }).ConfigureAwait(false);
        }
    }

    private async Task ExecuteAsync(GrpcCall call)
    {
        var request = await call.ReadAsync(CommandRequest.Parser).ConfigureAwait(false);
        var result = await commands.ExecuteCommandAsync(request.ResourceName, request.CommandName, call.Aborted).ConfigureAwait(false);
        await call.WriteAsync(WireResults.From(result)).ConfigureAwait(false);
    }

    // Nothing is ever asked of the user, but the dashboard holds an ended stream for a lost connection.
    private static async Task KeepOpenAsync(GrpcCall call)
    {
        await call.OpenAsync().ConfigureAwait(false);
        await Task.Delay(Timeout.Infinite, call.Aborted).ConfigureAwait(false);
    }

    private static WireLogLine From(LogLine line) =>
        new() { Text = line.Content, IsStdErr = line.IsErrorMessage, LineNumber = line.LineNumber };
}
