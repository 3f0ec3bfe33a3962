using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Objects;

/// <summary>Programs and projects as executables of the control plane.</summary>
internal sealed class ExecutableSpecs(LaunchConfiguration configuration, DistributedApplicationOptions application)
{
    public async Task<ExecutableSpec> BuildAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        var (args, env) = await configuration.ResolveAsync(instance, cancellationToken).ConfigureAwait(false);
        var command = Command(instance.Resource);
        return new()
        {
            ExecutablePath = command.Path,
            WorkingDirectory = command.WorkingDirectory,
            Args = [.. command.Args.Select(Templates.Escape), .. args],
            Env = [.. command.Variables.Select(v => new EnvVar(v.Key, v.Value)), .. env],
            AmbientEnvironment = new("Inherit"),
        };
    }

    private LaunchCommand Command(IResource resource) => resource switch
    {
        ProjectResource => LaunchCommand.OfProject(resource.Annotations.OfType<IProjectMetadata>().Last().ProjectPath, application.Assembly),
        ExecutableResource program => new(program.Command, [], program.WorkingDirectory),
        _ => throw new DistributedApplicationException($"Resource '{resource.Name}' is neither a program nor a project."),
    };
}
