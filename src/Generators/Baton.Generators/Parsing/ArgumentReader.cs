using System.Collections.Immutable;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Says what each parameter of a method receives, by its type.</summary>
/// <param name="reject">Told where and why a method cannot be called.</param>
sealed class ArgumentReader(IMethodSymbol method, Action<Location?, string> reject, CancellationToken cancellationToken)
{
    /// <param name="kindOf">What a parameter of this type receives; null when nothing does.</param>
    /// <returns>Null after a rejection.</returns>
    public EquatableArray<ArgumentKind>? Read(Func<ITypeSymbol, ArgumentKind?> kindOf)
    {
        if (method.IsGenericMethod)
        {
            reject(method.FirstLocation(), "it is generic");
            return null;
        }
        var kinds = ImmutableArray.CreateBuilder<ArgumentKind>(method.Parameters.Length);
        foreach (var parameter in method.Parameters)
        {
            if (Kind(parameter, kindOf, kinds) is not { } kind)
                return null;
            kinds.Add(kind);
        }
        return new(kinds.MoveToImmutable());
    }

    ArgumentKind? Kind(IParameterSymbol parameter, Func<ITypeSymbol, ArgumentKind?> kindOf, ImmutableArray<ArgumentKind>.Builder earlier)
    {
        // The compiler has said what is wrong.
        if (parameter.Type.HasErrors())
            return null;
        var kind = parameter.Type.Is(KnownTypes.CancellationToken) ? ArgumentKind.CancellationToken : kindOf(parameter.Type);
        var problem = parameter.RefKind != RefKind.None ? $"parameter '{parameter.Name}' is passed by reference"
            : kind is null ? $"parameter '{parameter.Name}' has type '{parameter.Type.ShortName()}', for which there is no value"
            : earlier.Contains(kind.Value) ? $"parameter '{parameter.Name}' asks for the same value as one before it"
            : kind == ArgumentKind.Cursor && !parameter.Type.AcceptsNull()
                ? $"the cursor is null on the first page, so parameter '{parameter.Name}' has to be '{parameter.Type.ShortName()}?'"
            : null;
        if (problem is null)
            return kind;
        reject(parameter.TypePlace(cancellationToken), problem);
        return null;
    }
}
