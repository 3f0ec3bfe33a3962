namespace Aspire.Hosting;

/// <summary>Resources whose image carries files that another image takes over.</summary>
public interface IResourceWithContainerFiles : IResource;
