using System.Collections.Immutable;
using Baton.Generators.Helpers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Baton.Generators.Parsing;

/// <summary>Reads the arguments of one attribute, and knows where they stand.</summary>
sealed class AttributeReader(AttributeData data, CancellationToken cancellationToken)
{
    AttributeSyntax? _syntax;

    AttributeSyntax? Syntax => _syntax ??= data.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    /// <summary>The name of the attribute, without brackets and arguments.</summary>
    public Location? Location => Syntax?.Name.GetLocation();

    /// <summary>The identifier of the type that the attribute stands on, in the part that carries it.</summary>
    public Location? Target => (Syntax?.Parent?.Parent as BaseTypeDeclarationSyntax)?.Identifier.GetLocation();

    /// <summary>The constructor's argument; null when it is absent, null or no text.</summary>
    public string? Text(int position) => Argument(position) is { Kind: TypedConstantKind.Primitive, Value: string text } ? text : null;

    public TypedConstant? Argument(int position) =>
        position < data.ConstructorArguments.Length ? data.ConstructorArguments[position] : null;

    /// <summary>The elements of a <c>params</c> argument.</summary>
    public IEnumerable<TypedConstant> Elements(int position) =>
        Argument(position) is { Kind: TypedConstantKind.Array, IsNull: false } list ? list.Values : [];

    /// <summary>The names of the enum members in a <c>params</c> argument, each once.</summary>
    /// <param name="position">The argument.</param>
    /// <param name="reject">Told of an element that is no member, or is there already: its place, the member or null, and the value.</param>
    public ImmutableArray<string> EnumMembers(int position, Action<Location?, string?, object?> reject)
    {
        var members = ImmutableArray.CreateBuilder<string>();
        var index = 0;
        foreach (var element in Elements(position))
        {
            var member = EnumMember(element);
            if (member is not null && !members.Contains(member))
                members.Add(member);
            else
                reject(AtElement(position, index), member, element.Value);
            index++;
        }
        return members.ToImmutable();
    }

    /// <summary>The value of a property; the default when it is not set.</summary>
    public T? Property<T>(string name) => Named(name) is { Kind: not TypedConstantKind.Array, Value: T value } ? value : default;

    public TypedConstant? Named(string name)
    {
        foreach (var argument in data.NamedArguments)
        {
            if (argument.Key == name)
                return argument.Value;
        }
        return null;
    }

    /// <summary>Where the expression of a constructor argument stands; of the name when there is none.</summary>
    public Location? At(int position)
    {
        var parameter = data.AttributeConstructor?.Parameters.ElementAtOrDefault(position)?.Name;
        var arguments = Syntax?.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).ToList();
        var argument = arguments?.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter && parameter is not null)
            ?? arguments?.Where(static argument => argument.NameColon is null).ElementAtOrDefault(position);
        return argument?.Expression.GetLocation() ?? Location;
    }

    /// <summary>Where the value of a property stands; of the name when it is not set.</summary>
    public Location? At(string name) =>
        Syntax?.ArgumentList?.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name)?.Expression.GetLocation()
        ?? Location;

    /// <summary>Where an element of a <c>params</c> argument stands, written one by one or as an array.</summary>
    public Location? AtElement(int position, int index)
    {
        var arguments = Syntax?.ArgumentList?.Arguments.Where(static argument => argument.NameEquals is null).ToList();
        if (arguments is null || arguments.Count <= position)
            return Location;
        var elements = arguments.Count == position + 1 ? Elements(arguments[position].Expression) : null;
        return elements?.ElementAtOrDefault(index)?.GetLocation()
            ?? arguments.ElementAtOrDefault(position + index)?.Expression.GetLocation()
            ?? arguments[position].Expression.GetLocation();
    }

    public static AttributeReader? Of(ISymbol symbol, string attribute, CancellationToken cancellationToken) =>
        symbol.GetAttributes().FirstOrDefault(data => data.AttributeClass.Is(attribute)) is { } data ? new(data, cancellationToken) : null;

    /// <summary>All attributes of one kind, in declaration order.</summary>
    public static IEnumerable<AttributeReader> AllOf(ISymbol symbol, string attribute, CancellationToken cancellationToken) =>
        symbol.GetAttributes().Where(data => data.AttributeClass.Is(attribute)).InDeclarationOrder()
            .Select(data => new AttributeReader(data, cancellationToken));

    /// <summary>The name of the enum member that a constant stands for; null when the enum defines none.</summary>
    public static string? EnumMember(TypedConstant constant) => constant is { Kind: TypedConstantKind.Enum, Type: { } type, Value: { } value }
        ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.HasConstantValue && value.Equals(field.ConstantValue))?.Name
        : null;

    static IReadOnlyList<SyntaxNode>? Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } initializer } => initializer.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        CollectionExpressionSyntax list => list.Elements,
        _ => null,
    };
}
