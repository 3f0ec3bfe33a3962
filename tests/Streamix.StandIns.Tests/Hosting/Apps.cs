using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging.Abstractions;

namespace Streamix.StandIns.Tests.Hosting;

internal static class Apps
{
    public static IDistributedApplicationBuilder Run(params string[] args) =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DisableDashboard = true });

    public static IDistributedApplicationBuilder Publish(string output = "unused.json") => Run("--publisher", "manifest", "--output-path", output);

    public static void Allocate(this IResource resource, string endpoint, int port, string? target = null)
    {
        var annotation = resource.Annotations.OfType<EndpointAnnotation>().Single(e => e.Name == endpoint);
        annotation.AllocatedEndpoint = new AllocatedEndpoint(annotation, "localhost", port, target);
    }

    public static async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync<T>(this IResourceBuilder<T> builder)
        where T : IResource =>
        (await ResourceConfiguration.ResolveAsync(builder.Resource, builder.ApplicationBuilder.ExecutionContext, NullLogger.Instance, Soon)).Environment;

    public static async Task<IEnumerable<string>> ArgumentsAsync<T>(this IResourceBuilder<T> builder)
        where T : IResource =>
        (await ResourceConfiguration.ResolveAsync(builder.Resource, builder.ApplicationBuilder.ExecutionContext, NullLogger.Instance, Soon)).Arguments.Select(a => a.Value);

    /// <summary>Ends what would hang.</summary>
    public static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token;
}
