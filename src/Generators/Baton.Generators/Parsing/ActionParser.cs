using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the <c>[Action]</c> methods of a class: what an action takes and answers is the method's signature.</summary>
sealed class ActionParser(INamedTypeSymbol host, Compilation compilation, IParseSink sink, CancellationToken cancellationToken)
{
    readonly TaskMethodParser _methods = new(host, compilation, sink, cancellationToken);
    readonly FormParser _forms = new(host, compilation, sink, cancellationToken);

    public EquatableArray<ActionModel> Parse()
    {
        var actions = ImmutableArray.CreateBuilder<ActionModel>();
        foreach (var (method, attribute) in _methods.All(KnownTypes.Action))
        {
            if (Read(method, attribute) is not { } action)
                continue;
            if (actions.FirstOrDefault(other => other.Name == action.Name) is { } same)
                Report(attribute.At(0), action.Name, $"'{same.Method}' has the name as well: give it another one");
            else if (action.Types.FirstOrDefault(type => IsSingle(type) && actions.Any(other => other.Types.Contains(type))) is { } type)
                Report(attribute.At(1), action.Name, $"another action of '{host.ShortName()}' has type {type}, and C1 needs to know which one to take");
            else
                actions.Add(action);
        }
        return new(actions.ToImmutable());
    }

    // For a resource C1 takes the one action that disables, deletes, …; actions of the connector it finds by name.
    bool IsSingle(string type) => type != "Dynamic" && host.Has(KnownTypes.ResourceType);

    ActionModel? Read(IMethodSymbol method, AttributeReader attribute)
    {
        var name = attribute.Text(0) ?? "";
        if (!IsName(name))
        {
            Report(attribute.At(0), name, "a name has 1 to 1024 letters, digits, '_', '-' and '.'");
            return null;
        }
        var types = Types(attribute, name);
        if (types is null || !IsCallable(method, out var record))
            return null;
        var fields = _forms.Parameters(method.Parameters.Where(static parameter => !parameter.Type.Is(KnownTypes.CancellationToken)), static _ => true);
        var result = record is null ? null : _forms.Record(record, static _ => true);
        if (fields is null || (record is not null && result is null) || Constraints(method, fields.Value) is not { } constraints)
            return null;
        var token = method.Parameters.IndexOf(method.Parameters.FirstOrDefault(static parameter => parameter.Type.Is(KnownTypes.CancellationToken))!);
        return new(
            method.EscapedName(), method.IsStatic, name, attribute.Property<string>("DisplayName") ?? Naming.Title(name),
            attribute.Property<string>("Description"), new(types.Value), fields.Value, token, result, constraints);
    }

    bool IsCallable(IMethodSymbol method, out INamedTypeSymbol? record)
    {
        record = null;
        if (method.ReturnType.HasErrors())
            return false;
        if (method.ReturnType.Is(KnownTypes.TaskOf) && ((INamedTypeSymbol)method.ReturnType).TypeArguments[0] is INamedTypeSymbol { IsRecord: true } result)
            record = result;
        var (place, problem) = method switch
        {
            _ when record is null && !method.ReturnType.Is(KnownTypes.Task) => (method.ReturnTypePlace(cancellationToken),
                $"its result '{method.ReturnType.ShortName()}' is not among the supported ones"),
            { IsGenericMethod: true } => (method.FirstLocation(), "it is generic"),
            _ when method.Parameters.Count(static parameter => parameter.Type.Is(KnownTypes.CancellationToken)) > 1 =>
                (method.FirstLocation(), "it takes several cancellation tokens"),
            _ => default((Location?, string?)),
        };
        if (problem is not null)
        {
            sink.Report(
                Descriptors.TaskMethodIsUnsupported, place ?? host.FirstLocation(), host.ShortName(), method.Name, "Action", problem, Signatures.Action);
        }
        return problem is null;
    }

    ImmutableArray<string>? Types(AttributeReader attribute, string name)
    {
        var isRejected = false;
        var types = attribute.EnumMembers(1, (at, _, _) =>
        {
            if (!isRejected)
                Report(at, name, "a type is there twice, or does not exist");
            isRejected = true;
        });
        return isRejected ? null : types.IsEmpty ? ["Dynamic"] : types;
    }

    EquatableArray<ActionConstraintModel>? Constraints(IMethodSymbol method, EquatableArray<FormFieldModel> fields)
    {
        var constraints = ImmutableArray.CreateBuilder<ActionConstraintModel>();
        foreach (var attribute in AttributeReader.AllOf(method, KnownTypes.ActionConstraint, cancellationToken))
        {
            var kind = attribute.Argument(0) is { } constant ? AttributeReader.EnumMember(constant) : null;
            var named = attribute.Elements(1).Select(static element => element.Value as string ?? "").ToList();
            var on = attribute.Named("On") is { Kind: TypedConstantKind.Array, IsNull: false } list
                ? list.Values.Select(static value => value.Value as string ?? "").ToList() : [];
            var dependent = kind == "DependentOn";
            var unknown = named.Concat(on).FirstOrDefault(name => !fields.Any(field => field.Parameter.TrimStart('@') == name));
            var problem = kind is null ? "its kind does not exist"
                : unknown is not null ? $"the method has no parameter '{unknown}'"
                : named.Concat(on).Distinct(StringComparer.Ordinal).Count() < named.Count + on.Count ? "a parameter is named twice"
                : dependent && (named.Count == 0 || on.Count == 0) ? "it names no parameters, or none in On"
                : !dependent && (named.Count < 2 || on.Count > 0) ? "it needs two parameters or more, and no On"
                : kind == "MutuallyExclusive" && fields.FirstOrDefault(field => field.Required && named.Contains(field.Parameter.TrimStart('@'))) is { } required
                    ? $"'{required.Parameter}' is required, and would exclude the others for ever"
                : null;
            if (problem is not null)
            {
                var at = unknown is null ? -1 : named.IndexOf(unknown);
                sink.Report(Descriptors.ActionConstraintIsInvalid, (at < 0 ? attribute.Location : attribute.AtElement(1, at)) ?? host.FirstLocation(),
                    method.Name, host.ShortName(), problem);
                return null;
            }
            constraints.Add(new(kind!, Names(named), Names(on)));
        }
        return new(constraints.ToImmutable());

        EquatableArray<string> Names(IEnumerable<string> parameters) =>
            EquatableArray.From(parameters.Select(name => fields.First(field => field.Parameter.TrimStart('@') == name).Name));
    }

    static bool IsName(string name) => name.Length is > 0 and <= 1024 && name.All(static c => c is '_' or '-' or '.' || (c < 128 && char.IsLetterOrDigit(c)));

    void Report(Location? where, string name, string problem) =>
        sink.Report(Descriptors.ActionIsInvalid, where ?? host.FirstLocation(), name, host.ShortName(), problem);
}
