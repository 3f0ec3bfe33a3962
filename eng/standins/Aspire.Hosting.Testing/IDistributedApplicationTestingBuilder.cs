namespace Aspire.Hosting.Testing;

/// <summary>A builder whose application runs inside a test.</summary>
public interface IDistributedApplicationTestingBuilder : IDistributedApplicationBuilder, IAsyncDisposable, IDisposable
{
    /// <summary>The application; not started yet.</summary>
    Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken = default);
}
