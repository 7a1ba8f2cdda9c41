using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace Toolkit.Tests.Structure;

/// <summary>The library shows what the theme and the command line use, and nothing besides.</summary>
public sealed class PublicTypesTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types of which others use a constant alone: the compiler writes down its value, and no name.</summary>
    private static readonly Type[] ByConstants = [typeof(Toolkit.Writing.Html.HtmlWriter), typeof(Toolkit.Writing.OutputMark), typeof(Toolkit.Writing.Html.ServiceWorker)];

    [Fact]
    public void A_type_of_the_library_that_nobody_outside_uses_is_internal()
    {
        var library = typeof(SiteBuilder).Assembly;
        var open = library.GetExportedTypes().ToHashSet();
        var named = NamesIn(typeof(Toolkit.Theme.ThemeViews).Assembly, library).Concat(NamesIn(typeof(Toolkit.Cli.CommandLine).Assembly, library)).ToHashSet(StringComparer.Ordinal);

        // A test class has to be public, and so has what its data is made of.
        var seeds = open.Where(type => named.Contains(type.FullName!)).Concat(ByConstants)
            .Concat(typeof(PublicTypesTests).Assembly.GetExportedTypes().SelectMany(Shown));
        var used = new HashSet<Type>();
        for (var next = new Queue<Type>(seeds); next.TryDequeue(out var type);)
        {
            if (open.Contains(type) && used.Add(type))
            {
                foreach (var shown in Shown(type))
                {
                    next.Enqueue(shown);
                }
            }
        }

        Assert.NotEmpty(used);
        var needless = open.Except(used).Select(type => type.FullName).Order(StringComparer.Ordinal).ToArray();
        Assert.True(needless.Length == 0, "Could be internal:\n" + string.Join('\n', needless));
    }

    /// <summary>Types of one assembly that another one names in its code.</summary>
    private static IEnumerable<string> NamesIn(Assembly user, Assembly library)
    {
        using var file = new PEReader(File.OpenRead(user.Location));
        var metadata = file.GetMetadataReader();
        return metadata.TypeReferences.Select(handle => FullName(metadata, handle, library.GetName().Name!)).OfType<string>().ToArray();
    }

    private static string? FullName(MetadataReader metadata, TypeReferenceHandle handle, string library)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name);
        return type.ResolutionScope.Kind switch
        {
            HandleKind.TypeReference when FullName(metadata, (TypeReferenceHandle)type.ResolutionScope, library) is { } outer => $"{outer}+{name}",
            HandleKind.AssemblyReference when metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == library =>
                $"{metadata.GetString(type.Namespace)}.{name}",
            _ => null,
        };
    }

    /// <summary>Types that somebody sees who uses this one: the compiler asks that they are public where it is.</summary>
    private static IEnumerable<Type> Shown(Type type) =>
        new[] { type.BaseType, type.DeclaringType }
            .Concat(type.IsInterface ? type.GetInterfaces() : [])
            .Concat(type.GetGenericArguments().SelectMany(Constraints))
            .Concat(type.GetFields(All).Where(f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly).Select(f => f.FieldType))
            .Concat(type.GetConstructors(All).Where(IsShown).SelectMany(Parameters))
            .Concat(type.GetMethods(All).Where(IsShown).SelectMany(m => Parameters(m).Append(m.ReturnType).Concat(m.GetGenericArguments().SelectMany(Constraints))))
            .OfType<Type>().SelectMany(Parts);

    private static bool IsShown(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static IEnumerable<Type> Parameters(MethodBase method) => method.GetParameters().Select(p => p.ParameterType);

    private static Type[] Constraints(Type type) => type.IsGenericParameter ? type.GetGenericParameterConstraints() : [];

    /// <summary>A type without brackets and arguments, and its arguments.</summary>
    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
