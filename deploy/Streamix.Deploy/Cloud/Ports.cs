using Streamix.Deploy.Manifest;

namespace Streamix.Deploy.Cloud;

/// <summary>The port a container listens on: what the manifest says, else 8080 for the first binding and up.</summary>
internal static class Ports
{
    public static int Of(ManifestResource project, Binding binding) =>
        binding.TargetPort ?? 8080 + project.Bindings.Select(other => other.Name).ToList().IndexOf(binding.Name);
}
