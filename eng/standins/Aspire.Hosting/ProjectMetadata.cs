namespace Aspire.Hosting;

internal sealed class ProjectMetadata(string projectPath) : IProjectMetadata
{
    public string ProjectPath => projectPath;
}
