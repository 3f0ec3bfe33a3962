namespace Aspire.Hosting.Orchestration;

/// <summary>Holds a resource back until what it waits for is there.</summary>
internal sealed class DependencyWaits(ResourceNotificationService notifications, IDistributedApplicationEventing eventing)
{
    public void Subscribe() => eventing.Subscribe<BeforeResourceStartedEvent>((starting, cancellationToken) => AwaitAsync(starting.Resource, cancellationToken));

    // The start command of a waiting resource sets its state to Starting, and that ends the wait.
    private async Task AwaitAsync(IResource resource, CancellationToken cancellationToken)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var dependencies = notifications.WaitForDependenciesAsync(resource, cancellation.Token);
        if (dependencies.IsCompletedSuccessfully)
            return;
        try
        {
            var released = notifications.WaitForResourceAsync(resource.Name, e => e.Snapshot.State?.Text != KnownResourceStates.Waiting, cancellation.Token);
            await await Task.WhenAny(dependencies, released).ConfigureAwait(false);
        }
        finally
        {
            await cancellation.CancelAsync().ConfigureAwait(false);
        }
    }
}
