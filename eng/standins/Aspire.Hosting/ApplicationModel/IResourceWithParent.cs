namespace Aspire.Hosting.ApplicationModel;

/// <summary>Lives and dies with another resource.</summary>
public interface IResourceWithParent : IResource
{
    /// <summary>The resource it belongs to.</summary>
    IResource Parent { get; }
}

/// <inheritdoc />
public interface IResourceWithParent<out T> : IResourceWithParent
    where T : IResource
{
    IResource IResourceWithParent.Parent => Parent;

    /// <summary>The resource it belongs to.</summary>
    new T Parent { get; }
}
