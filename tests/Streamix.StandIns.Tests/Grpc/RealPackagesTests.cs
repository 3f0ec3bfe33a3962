using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Grpc;

/// <summary>The real client and server were compiled against assemblies that stand-ins replace: nothing they name may be missing.</summary>
public sealed class RealPackagesTests
{
    private static readonly Type[] Anything = [typeof(object), typeof(object), typeof(object)];

    [Theory]
    [InlineData(typeof(GrpcChannel))]
    [InlineData(typeof(GrpcServiceOptions))]
    public void References_OfTheRealAssembly_AllResolve(Type inside)
    {
        using var file = new PEReader(File.OpenRead(inside.Assembly.Location));
        var metadata = file.GetMetadataReader();

        var missing = metadata.MemberReferences.Select(handle => Missing(inside.Module, MetadataTokens.GetToken(handle))).OfType<string>();

        missing.ShouldBeEmpty();
        metadata.MemberReferences.Count.ShouldBeGreaterThan(300);
    }

    [Theory]
    [InlineData(typeof(GrpcChannel))]
    [InlineData(typeof(GrpcServiceOptions))]
    public void Types_OfTheRealAssembly_AllLoad(Type inside) => inside.Assembly.GetTypes().ShouldNotBeEmpty();

    private static string? Missing(Module module, int token)
    {
        try
        {
            module.ResolveMember(token, Anything, Anything);
            return null;
        }
        catch (TypeLoadException e) when (e.Message.Contains("constraint", StringComparison.Ordinal))
        {
            return null; // A generic type that wants better arguments than ours; it was found.
        }
        catch (Exception e) when (e is MissingMemberException or TypeLoadException or FileNotFoundException)
        {
            return e.Message;
        }
    }
}
