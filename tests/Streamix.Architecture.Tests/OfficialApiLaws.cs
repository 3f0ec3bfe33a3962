using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Shouldly;
using Streamix.Testing;
using Xunit;

namespace Streamix.Architecture.Tests;

/// <summary>
/// The graph and its tests compile against the official packages of Aspire: each member they bind is one of the official public API.
/// The lists name members as <c>Namespace.Type.Member</c>; they come from Aspire's public documentation and sources, not from the stand-ins.
/// </summary>
public sealed class OfficialApiLaws
{
    [Theory]
    [InlineData("Streamix.AppHost/bin/{0}/net10.0/Streamix.AppHost.dll")]
    [InlineData("tests/Streamix.Platform.Tests/bin/{0}/net10.0/Streamix.Platform.Tests.dll")]
    public void Assembly_MembersOfAspireItBinds_AreOfficial(string path)
    {
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        var official = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "OfficialApi", "aspire-hosting.txt"))
            .Where(line => line.Length > 0 && line[0] != '#').ToHashSet();

        var bound = AspireMembers(Repository.PathOf(string.Format(path, configuration)));

        bound.ShouldNotBeEmpty();
        bound.Except(official).ShouldBeEmpty();
    }

    private static SortedSet<string> AspireMembers(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var members = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (TypeOf(metadata, member.Parent) is { } type) members.Add($"{type}.{metadata.GetString(member.Name)}");
        }
        return members;
    }

    private static string? TypeOf(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => AspireType(metadata, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericAspireType(metadata, metadata.GetTypeSpecification((TypeSpecificationHandle)parent)),
        _ => null,
    };

    private static string? GenericAspireType(MetadataReader metadata, TypeSpecification specification)
    {
        var blob = metadata.GetBlobReader(specification.Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance) return null;
        blob.ReadCompressedInteger();
        return blob.ReadTypeHandle() is { Kind: HandleKind.TypeReference } type ? AspireType(metadata, (TypeReferenceHandle)type) : null;
    }

    private static string? AspireType(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        if (type.ResolutionScope.Kind == HandleKind.TypeReference)
            return AspireType(metadata, (TypeReferenceHandle)type.ResolutionScope) is { } outer ? $"{outer}+{metadata.GetString(type.Name)}" : null;
        if (type.ResolutionScope.Kind != HandleKind.AssemblyReference) return null;
        var assembly = metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
        return assembly.StartsWith("Aspire.", StringComparison.Ordinal) ? $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}" : null;
    }
}
