namespace Aspire.Hosting.ApplicationModel;

/// <summary>One node of the application model: a process, a container, a value.</summary>
public interface IResource
{
    /// <summary>Unique in the application, case-insensitive.</summary>
    string Name { get; }

    /// <summary>Everything else that is known about the resource.</summary>
    ResourceAnnotationCollection Annotations { get; }
}

/// <summary>Resources that take environment variables.</summary>
public interface IResourceWithEnvironment : IResource;

/// <summary>Resources that take command-line arguments.</summary>
public interface IResourceWithArgs : IResource;

/// <summary>Resources that listen.</summary>
public interface IResourceWithEndpoints : IResource;

/// <summary>Resources whose start may wait for others.</summary>
public interface IResourceWithWaitSupport : IResource;

/// <summary>Resources without a life of their own (parameters): never started, never waited to stop.</summary>
public interface IResourceWithoutLifetime : IResource;

/// <summary>Resources that run code in a compute environment when deployed.</summary>
public interface IComputeResource : IResource;
