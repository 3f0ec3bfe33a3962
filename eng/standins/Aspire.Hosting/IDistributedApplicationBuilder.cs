using System.Reflection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Builds a distributed application.</summary>
public interface IDistributedApplicationBuilder
{
    /// <summary>appsettings, environment, user secrets, command line.</summary>
    ConfigurationManager Configuration { get; }

    /// <summary>The folder of the application's project.</summary>
    string AppHostDirectory { get; }

    /// <summary>The application's assembly.</summary>
    Assembly? AppHostAssembly { get; }

    /// <summary>Development unless told otherwise by its launch profile.</summary>
    IHostEnvironment Environment { get; }

    /// <summary>The application's services.</summary>
    IServiceCollection Services { get; }

    /// <summary>The application's events.</summary>
    IDistributedApplicationEventing Eventing { get; }

    /// <summary>What the application is started for.</summary>
    DistributedApplicationExecutionContext ExecutionContext { get; }

    /// <summary>The resources so far.</summary>
    IResourceCollection Resources { get; }

    /// <summary>Adds a resource.</summary>
    /// <exception cref="ArgumentException">Its name is malformed.</exception>
    /// <exception cref="DistributedApplicationException">Its name is taken.</exception>
    IResourceBuilder<T> AddResource<T>(T resource)
        where T : IResource;

    /// <summary>A builder for a resource that is not added.</summary>
    IResourceBuilder<T> CreateResourceBuilder<T>(T resource)
        where T : IResource;

    /// <summary>The application.</summary>
    DistributedApplication Build();
}
