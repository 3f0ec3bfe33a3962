using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

// Aspire.Hosting.Testing listens here to change an application while its own code builds it.
internal static class BuilderDiagnostics
{
    private const string ListenerName = "Aspire.Hosting";

    public static void Constructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) =>
        Write("DistributedApplicationBuilderConstructing", (options, settings));

    public static void Constructed(DistributedApplicationBuilder builder) => Write("DistributedApplicationBuilderConstructed", builder);

    public static void Building(DistributedApplicationBuilder builder) => Write("DistributedApplicationBuilding", builder);

    public static void Built(DistributedApplication application) => Write("DistributedApplicationBuilt", application);

    private static void Write(string name, object value)
    {
        using var listener = new DiagnosticListener(ListenerName);
        if (listener.IsEnabled() && listener.IsEnabled(name))
            listener.Write(name, value);
    }
}
